"""What is named in the lists: subjects of courses, models, holders and ways of commending. No person's name.

These are contents of the illustrative reports, as an office would type them; no reader meets them as the
software's own words.
"""

TOPICS = (
    "Luật Thực hiện dân chủ ở cơ sở và các văn bản hướng dẫn thi hành",
    "Kỹ năng tiếp công dân, phân loại và xử lý đơn thư",
    "Nghiệp vụ công tác Ban Thanh tra nhân dân",
    "Nghiệp vụ giám sát đầu tư của cộng đồng",
    "Kỹ năng hòa giải ở cơ sở",
    "Công khai thông tin trên trang thông tin điện tử của xã",
    "Sử dụng dịch vụ công trực tuyến và thanh toán không dùng tiền mặt",
    "Xây dựng, sửa đổi hương ước, quy ước của cộng đồng dân cư",
    "Kỹ năng tổ chức lấy ý kiến Nhân dân",
    "Kỹ năng đối thoại với Nhân dân của cán bộ, công chức",
    "Công tác dân vận của chính quyền trong giải phóng mặt bằng",
    "Ứng dụng công nghệ số cho tổ công nghệ số cộng đồng",
)
AUDIENCES = (
    "Cán bộ, công chức cấp xã",
    "Trưởng ấp, Trưởng ban công tác Mặt trận",
    "Thành viên Ban Thanh tra nhân dân, Ban Giám sát đầu tư của cộng đồng",
    "Hòa giải viên ở cơ sở",
    "Người hoạt động không chuyên trách ở ấp, khu phố",
    "Tổ công nghệ số cộng đồng",
)
# name of the model, its field
MODELS = (
    ("Ngày thứ Năm không hẹn", "Chính quyền"),
    ("Trả kết quả thủ tục hành chính tại nhà cho người cao tuổi", "Chính quyền"),
    ("Chính quyền thân thiện, vì Nhân dân phục vụ", "Chính quyền"),
    ("Tiếng dân mỗi tuần", "Chính quyền"),
    ("Mã QR công khai thủ tục, quy hoạch", "Chính quyền"),
    ("Camera an ninh do Nhân dân góp vốn", "Quốc phòng - an ninh"),
    ("Khu dân cư tự quản về an ninh trật tự", "Quốc phòng - an ninh"),
    ("Nhân dân hiến đất làm đường nông thôn", "Kinh tế"),
    ("Thắp sáng đường quê", "Kinh tế"),
    ("Tổ hội nghề nghiệp trồng cây ăn trái", "Kinh tế"),
    ("Tuyến đường hoa tự quản", "Văn hóa - xã hội"),
    ("Dòng họ học tập, khu phố học tập", "Văn hóa - xã hội"),
    ("Phân loại rác tại nguồn", "Văn hóa - xã hội"),
    ("Nhà văn hóa mở cửa mỗi tối", "Văn hóa - xã hội"),
    ("Phụ nữ giám sát công trình ở ấp", "Đoàn thể"),
    ("Cựu chiến binh hòa giải từ gốc", "Đoàn thể"),
    ("Thanh niên hướng dẫn nộp hồ sơ trực tuyến", "Đoàn thể"),
    ("Mỗi chi hội một việc dân cần", "Đoàn thể"),
)
COLLECTIVES = (
    "Ban Thanh tra nhân dân",
    "Bộ phận tiếp nhận và trả kết quả",
    "Tổ công nghệ số cộng đồng {place}",
    "Tổ hòa giải {place}",
    "Ban công tác Mặt trận {place}",
    "Chi hội Nông dân {place}",
    "Chi hội Phụ nữ {place}",
    "Nhân dân và cán bộ {place}",
)
# Commended individuals are named by their post alone.
INDIVIDUALS = (
    "Trưởng {place}",
    "Trưởng ban công tác Mặt trận {place}",
    "Hòa giải viên {place}",
    "Công chức tiếp công dân",
    "Công chức tư pháp - hộ tịch",
    "Thành viên Ban Thanh tra nhân dân {place}",
    "Tổ trưởng tổ công nghệ số cộng đồng {place}",
)
FORMS = {"commune": "Giấy khen", "district": "Giấy khen", "province": "Bằng khen", "central": "Bằng khen"}
