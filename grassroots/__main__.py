from grassroots.cli import main

main(prog_name="python -m grassroots")
